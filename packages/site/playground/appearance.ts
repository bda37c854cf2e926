/** Before anything is drawn: light or dark, as it was chosen here or in the documentation, else as the system has it. */
const KEY = 'vitepress-theme-appearance';

function chosen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const choice = chosen();
const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.classList.toggle('dark', dark);

addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('#appearance');
  if (!button) return;
  const say = (): void => {
    button.textContent = document.documentElement.classList.contains('dark') ? 'Light' : 'Dark';
  };
  say();
  button.addEventListener('click', () => {
    const isDark = document.documentElement.classList.toggle('dark');
    try {
      localStorage.setItem(KEY, isDark ? 'dark' : 'light');
    } catch {
      // Then it holds for this page only.
    }
    say();
  });
});
