/** The default theme without its fonts, which are more than everything else of a page. */
import type { Theme } from 'vitepress';
import { nextTick } from 'vue';
import Default from 'vitepress/theme-without-fonts';
import { BASE } from '../../place.ts';
// oxlint-disable-next-line import/no-unassigned-import -- it has an effect, and nothing else
import './site.css';

export default {
  extends: Default,
  enhanceApp({ router }) {
    if (import.meta.env.SSR) return;
    const mark = (): void => void nextTick().then(markMain);
    router.onAfterRouteChange = mark;
    addEventListener('load', mark);
    if (!('serviceWorker' in navigator)) return;
    // Without it, there is only no page without a network.
    addEventListener(
      'load',
      () => void navigator.serviceWorker.register(`${BASE}offline.js`).catch(() => undefined),
    );
  },
} satisfies Theme;

/** The theme's first page and its page of errors do not say what is their main part. */
function markMain(): void {
  const content = document.querySelector('#VPContent');
  if (content?.querySelector('main')) content.removeAttribute('role');
  else content?.setAttribute('role', 'main');
}
