// The picture of a flow: choosing a step, and its size. The drawing itself is made by the studio.
// Starts and ends are dots; only steps have a shape.
const step = '.node[data-pointer]:has(> .shape)';

export function attach(element, page) {
  let size = null;
  let selected = null;

  const steps = () => [...element.querySelectorAll(step)];
  const choose = (node) => page.invokeMethodAsync('ChooseAsync', node.dataset.pointer);
  // Until a person chooses a size, the picture is as wide as its place, as long as it can be read.
  const shownSize = (svg) => size ?? Math.min(1, Math.max(0.6, (element.clientWidth - 16) / svg.viewBox.baseVal.width));
  const resize = () => {
    const svg = element.querySelector('svg');
    if (svg && element.clientWidth > 0) {
      const shown = shownSize(svg);
      svg.style.width = `${svg.viewBox.baseVal.width * shown}px`;
      svg.style.height = `${svg.viewBox.baseVal.height * shown}px`;
    }
  };
  const resized = new ResizeObserver(resize);
  resized.observe(element);

  // Inside a box the innermost step is meant.
  const clicked = (event) => {
    const node = event.target.closest(step);
    if (node) {
      choose(node);
    }
  };

  // One stop for the Tab key; the arrow keys go from step to step in the order of the flow.
  const pressed = (event) => {
    const all = steps();
    const at = all.findIndex((node) => node.id === selected);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey && all[to]) {
      event.preventDefault();
      choose(all[to]);
      element.focus();
    }
  };

  element.addEventListener('click', clicked);
  element.addEventListener('keydown', pressed);
  element.setAttribute('aria-busy', 'false');
  return {
    select(id, scroll) {
      selected = id;
      resize();
      for (const node of element.querySelectorAll('.selected')) {
        node.classList.remove('selected');
      }
      const node = id && element.querySelector(`#${CSS.escape(id)}`);
      if (node) {
        node.classList.add('selected');
        element.setAttribute('aria-activedescendant', id);
        if (scroll) {
          node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
      } else {
        element.removeAttribute('aria-activedescendant');
      }
    },
    zoom(factor) {
      const svg = element.querySelector('svg');
      if (svg) {
        size = Math.min(3, Math.max(0.3, shownSize(svg) * factor));
        resize();
      }
    },
    dispose() {
      resized.disconnect();
      element.removeEventListener('click', clicked);
      element.removeEventListener('keydown', pressed);
    },
  };
}
