/** Picking a person on the sign-in page fills in what the emulator knows of them. */
document.addEventListener('click', (event) => {
  const person = event.target instanceof Element ? event.target.closest('[data-email]') : null;
  const email = document.getElementById('email');
  const password = document.getElementById('password');
  if (!(person instanceof HTMLElement) || !(email instanceof HTMLInputElement) || !(password instanceof HTMLInputElement)) return;
  email.value = person.dataset['email'] ?? '';
  password.value = person.dataset['password'] ?? '';
  (password.value ? document.getElementById('login-submit') : password)?.focus();
});
