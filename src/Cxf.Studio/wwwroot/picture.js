// The picture of a flow: choosing, dragging, keys, and its size. The drawing itself is made by the studio, and so is every edit.
// Starts and ends are dots; only steps have a shape.
const step = '.node[data-pointer]:has(> .shape)';
const way = '.edge[data-pointer]';
const dragAfter = 6;

export function attach(element, page) {
  let size = null;
  let selected = null;
  let asked = null;
  let copied = '';

  const tell = (method, ...about) => page.invokeMethodAsync(method, ...about).catch(() => {});
  const steps = () => [...element.querySelectorAll(step)];
  const mark = (node) => {
    element.querySelectorAll('.selected').forEach((other) => other.classList.remove('selected'));
    node?.classList.add('selected');
    if (node) {
      element.setAttribute('aria-activedescendant', node.id);
    } else {
      element.removeAttribute('aria-activedescendant');
    }
  };
  // A step is marked at once; the studio's form follows. An answer to an older choice does not move the mark back.
  const choose = async (node) => {
    asked = selected = node.id;
    copied = '';
    mark(node);
    await tell('ChooseAsync', node.dataset.pointer);
    if (asked === node.id) {
      asked = null;
    }
  };
  // Until a person chooses a size, the picture is as wide as its place, as long as it can be read.
  // Its width is only asked for when it has changed: asking lays out the whole page.
  let width = element.clientWidth;
  const shownSize = (svg) => size ?? Math.min(1, Math.max(0.6, (width - 16) / svg.viewBox.baseVal.width));
  const resize = () => {
    const svg = element.querySelector('svg');
    if (svg && width > 0) {
      const shown = shownSize(svg);
      svg.style.width = `${svg.viewBox.baseVal.width * shown}px`;
      svg.style.height = `${svg.viewBox.baseVal.height * shown}px`;
    }
  };
  const resized = new ResizeObserver(() => {
    width = element.clientWidth;
    resize();
  });
  resized.observe(element);

  // A line is too thin to be hit: a wide one that is not seen lies on it.
  const widen = () => {
    for (const edge of element.querySelectorAll('.edge:not(:has(> .hit))')) {
      const hit = edge.querySelector('.line').cloneNode(false);
      hit.setAttribute('class', 'hit');
      edge.append(hit);
    }
  };

  // Inside a box the innermost step is meant.
  const clicked = (event) => {
    const hit = event.target.closest(`${step}, ${way}`);
    if (hit?.matches(way)) {
      tell('ChooseWayAsync', hit.dataset.pointer);
    } else if (hit) {
      choose(hit);
    }
  };

  // A step is dragged onto a way, a way onto a step. What it is dropped on is marked; Escape ends it without an edit.
  let drag = null;
  const targetAt = (event) => {
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest(drag.onto);
    return under && element.contains(under) && under !== drag.from ? under : null;
  };
  const endDrag = () => {
    drag?.ghost?.remove();
    drag?.target?.classList.remove('drop');
    element.classList.remove('dragging');
    drag = null;
  };
  const pressedDown = (event) => {
    const from = event.target.closest(`${step}, ${way}`);
    if (event.button === 0 && from && !element.hasAttribute('data-fixed')) {
      drag = { from, x: event.clientX, y: event.clientY, onto: from.matches(way) ? step : way };
    }
  };
  const dragged = (event) => {
    if (!drag || (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < dragAfter)) {
      return;
    }
    if (!drag.ghost) {
      drag.ghost = document.createElement('div');
      drag.ghost.className = 'ghost';
      drag.ghost.textContent = drag.from.matches(way) ? '→' : drag.from.dataset.pointer.split('/').pop();
      document.body.append(drag.ghost);
      element.classList.add('dragging');
    }
    drag.ghost.style.translate = `${event.clientX + 10}px ${event.clientY + 10}px`;
    const target = targetAt(event);
    if (target !== drag.target) {
      drag.target?.classList.remove('drop');
      target?.classList.add('drop');
      drag.target = target;
    }
  };
  const released = () => {
    const done = drag;
    const wasDragged = Boolean(drag?.ghost);
    endDrag();
    if (wasDragged) {
      // The click that follows a drag chooses nothing.
      const swallow = (event) => event.stopPropagation();
      element.addEventListener('click', swallow, { capture: true });
      setTimeout(() => element.removeEventListener('click', swallow, { capture: true }));
      if (done.target) {
        tell('DroppedAsync', done.from.dataset.pointer, done.target.dataset.pointer);
      }
    }
  };

  // One stop for the Tab key; the arrow keys go from step to step in the order of the flow.
  const pressed = (event) => {
    if (event.key === 'Escape') {
      endDrag();
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey || event.target !== element) {
      return;
    }
    const command = control
      ? { z: event.shiftKey ? 'redo' : 'undo', y: 'redo', Z: 'redo' }[event.key]
      : { Delete: 'remove', Backspace: 'remove', F2: 'rename', Insert: 'insert', '+': 'insert', Enter: 'edit' }[event.key];
    if (command && !element.hasAttribute('data-fixed')) {
      event.preventDefault();
      tell('CommandAsync', command);
      return;
    }
    const all = steps();
    const at = all.findIndex((node) => node.id === selected);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to !== undefined && !control && all[to]) {
      event.preventDefault();
      choose(all[to]);
      element.focus();
    }
  };

  const isHere = () => document.activeElement === element;
  const copy = (event) => {
    if (isHere() && (copied || asked)) {
      event.preventDefault();
      if (copied) {
        event.clipboardData.setData('text/plain', copied);
      } else {
        // The step's text is still on its way: the studio copies it.
        tell('CommandAsync', 'copy');
      }
      if (event.type === 'cut') {
        tell('CommandAsync', 'remove');
      }
    }
  };
  const paste = (event) => {
    if (isHere()) {
      event.preventDefault();
      tell('PasteAsync', event.clipboardData.getData('text/plain'));
    }
  };

  const listeners = [
    [element, 'click', clicked],
    [element, 'keydown', pressed],
    [element, 'pointerdown', pressedDown],
    [window, 'pointermove', dragged],
    [window, 'pointerup', released],
    [document, 'copy', copy],
    [document, 'cut', copy],
    [document, 'paste', paste],
  ];
  for (const [target, name, listener] of listeners) {
    target.addEventListener(name, listener);
  }
  element.setAttribute('aria-busy', 'false');
  return {
    // The text of the selected step is there before it is asked for: a browser's copy cannot wait.
    select(id, scroll, text) {
      selected = asked ?? id;
      copied = selected === id ? text : '';
      resize();
      widen();
      const node = selected && element.querySelector(`#${CSS.escape(selected)}`);
      mark(node);
      if (node && scroll) {
        node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    },
    zoom(factor) {
      const svg = element.querySelector('svg');
      if (svg) {
        size = Math.min(3, Math.max(0.3, shownSize(svg) * factor));
        resize();
      }
    },
    focus(selector) {
      (selector ? document.querySelector(selector) : element)?.focus();
    },
    // Where the browser does not allow it, the studio's own copy serves.
    async write(text) {
      await navigator.clipboard.writeText(text).catch(() => {});
    },
    dispose() {
      endDrag();
      resized.disconnect();
      for (const [target, name, listener] of listeners) {
        target.removeEventListener(name, listener);
      }
    },
  };
}
