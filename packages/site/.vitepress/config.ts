import { readFileSync } from 'node:fs';
import { defineConfig, type DefaultTheme } from 'vitepress';
import { BASE } from '../place.ts';

/** What `build.ts` has written beside the pages. */
const sidebar = JSON.parse(
  readFileSync(new URL('../.pages/sidebar.json', import.meta.url), 'utf8'),
) as DefaultTheme.SidebarMulti;

export default defineConfig({
  title: 'Smolfile',
  titleTemplate: ':title · Smolfile',
  description: 'Check, preview and edit Smolfiles, the TOML files that declare a smolvm microVM',
  lang: 'en',
  base: BASE,
  srcDir: '.pages',
  outDir: 'dist',
  cacheDir: 'node_modules/.cache/vitepress',
  cleanUrls: true,
  // Else each page would begin with a style of its own, which the policy does not allow.
  appearance: { disableTransition: false },
  head: [['link', { rel: 'icon', href: `${BASE}smolfile.svg`, type: 'image/svg+xml' }]],
  // The playground is no page of this program's; a test follows every link of the whole site.
  ignoreDeadLinks: [/^\/playground\//],
  markdown: {
    html: false,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vite: { logLevel: 'warn', build: { chunkSizeWarningLimit: 4000 } },
  themeConfig: {
    logo: { src: '/smolfile.svg', alt: '' },
    nav: [
      { text: 'Playground', link: '/playground/', target: '_self' },
      { text: 'Guide', link: '/guide/getting-started', activeMatch: '/guide/' },
      { text: 'Keys', link: '/keys/', activeMatch: '/keys/' },
      { text: 'Rules', link: '/rules/', activeMatch: '/rules/' },
      { text: 'Commands', link: '/commands/', activeMatch: '/commands/' },
      { text: 'Editors', link: '/editors/', activeMatch: '/editors/' },
      { text: 'Library', link: '/library/', activeMatch: '/library/' },
    ],
    sidebar,
    outline: 'deep',
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/smolfile/toolkit' }],
    footer: { message: 'Apache-2.0. Not affiliated with the authors of smolvm.' },
  },
});
