// What a person sees while the studio does not answer. The page stays as it is: what is on the screen can still be read and copied.
document.querySelector('#components-reconnect-modal button').addEventListener('click', () => location.reload());
