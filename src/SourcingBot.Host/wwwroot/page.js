// The page works without this file; with it, replies are copied by a click and Ctrl+Enter sends.
for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = button.closest('.reply').querySelector('pre').textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.closest('.reply').querySelector('pre'));
      button.textContent = 'Press Ctrl+C';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2500);
  });
}
const box = document.querySelector('textarea');
box?.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) box.form.requestSubmit();
});
box?.form.addEventListener('submit', () => {
  const send = box.form.querySelector('button[type=submit]');
  send.textContent = 'Checking…';
});

// The reader's zone, so that days and hours are the reader's own.
for (const field of document.querySelectorAll('input.zone')) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
