// The studio's part in the browser: one Monaco editor for each page. The page's text is in the studio; every change of the
// editor is sent there in order, and every edit of the studio is made here, so that one undo serves all.
const assets = new URL('_content/BlazorMonaco/lib/monaco-editor/min/vs', document.baseURI).href;
const owner = 'cxf';

let loading;

function load() {
  return loading ??= new Promise((resolve, reject) => {
    const loader = document.createElement('script');
    loader.src = `${assets}/loader.js`;
    loader.onerror = () => reject(new Error('The editor cannot be loaded.'));
    loader.onload = () => {
      self.require.config({ paths: { vs: assets } });
      self.require(['vs/editor/editor.main'], () => {
        limitFeatures(self.monaco);
        resolve(self.monaco);
      }, reject);
    };
    document.head.append(loader);
  });
}

// What only a person asks for. The rest would start the worker for JSON with each page: lines fold by their indentation, problems
// are the studio's own, and so is the outline.
function limitFeatures(monaco) {
  monaco.languages.json.jsonDefaults.setModeConfiguration({
    completionItems: true,
    documentFormattingEdits: true,
    documentRangeFormattingEdits: true,
    hovers: true,
    selectionRanges: true,
    tokens: true,
  });
}

// The studio's own diagnostics are marked. The schema is for completion and for what a member means.
async function complete(monaco, from) {
  const schema = await (await fetch(from)).json();
  monaco.languages.json.jsonDefaults.setDiagnosticsOptions({
    validate: false,
    enableSchemaRequest: false,
    schemas: [{ uri: `cxf://${from}`, fileMatch: ['*'], schema }],
  });
}

function theme() {
  return self.matchMedia('(prefers-color-scheme: dark)').matches ? 'vs-dark' : 'vs';
}

function rangeOf(change) {
  return {
    startLineNumber: change.startLine,
    startColumn: change.startColumn,
    endLineNumber: change.endLine,
    endColumn: change.endColumn,
  };
}

export async function create(element, page, text, isReadOnly, schema) {
  const monaco = await load();
  complete(monaco, schema).catch(() => {});
  const model = monaco.editor.createModel(text, 'json');
  const editor = monaco.editor.create(element, {
    model,
    readOnly: isReadOnly,
    theme: theme(),
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    wordWrap: 'on',
    fontSize: 13,
    detectIndentation: true,
    unicodeHighlight: { ambiguousCharacters: false },
    ariaLabel: 'The text of the flow. Control and M let Tab leave it, or not again',
    accessibilitySupport: 'auto',
  });
  const dark = self.matchMedia('(prefers-color-scheme: dark)');
  const followTheme = () => monaco.editor.setTheme(theme());
  dark.addEventListener('change', followTheme);

  // One message after another: the studio applies them to its text in this order. When one is lost, the whole text follows, and
  // what waited to be sent is in it. A message of a connection that broke is never answered, so nothing may wait for it.
  let sending = Promise.resolve();
  let connection = 0;
  const send = (method, ...about) => {
    const sentBy = connection;
    sending = sending
      .then(() => (sentBy === connection ? page.invokeMethodAsync(method, ...about) : undefined))
      .catch(() => (sentBy === connection ? sendAll() : undefined));
  };
  const sendAll = () => {
    connection++;
    sending = page.invokeMethodAsync('TextIsAsync', model.getValue()).catch(() => {});
  };
  model.onDidChangeContent((event) => {
    const changes = event.changes.map((change) => ({
      startLine: change.range.startLineNumber,
      startColumn: change.range.startColumn,
      endLine: change.range.endLineNumber,
      endColumn: change.range.endColumn,
      text: change.text,
    }));
    send('TextChangedAsync', changes);
  });
  // Only a person chooses a step by moving; an edit that moves the cursor knows itself what is chosen after it.
  const byEdit = [monaco.editor.CursorChangeReason.Undo, monaco.editor.CursorChangeReason.Redo];
  editor.onDidChangeCursorPosition((event) => {
    if (event.source !== owner && event.source !== 'modelChange' && !byEdit.includes(event.reason)) {
      page.invokeMethodAsync('CursorMovedAsync', event.position.lineNumber, event.position.column).catch(() => {});
    }
  });
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => {
    send('SaveAsync');
  });

  let closeComparison = () => {};
  return {
    mark(problems) {
      monaco.editor.setModelMarkers(model, owner, problems.map((problem) => {
        const word = model.getWordAtPosition({ lineNumber: problem.line, column: problem.column });
        return {
          startLineNumber: problem.line,
          startColumn: problem.column,
          endLineNumber: problem.line,
          endColumn: Math.max(word?.endColumn ?? 0, problem.column + 1),
          message: problem.message,
          code: problem.code,
          severity: { Error: 8, Warning: 4, Info: 2 }[problem.severity],
        };
      }));
    },
    edit(change, length) {
      if (model.getValueLength(monaco.editor.EndOfLinePreference.LF) !== length) {
        return false;
      }
      editor.pushUndoStop();
      editor.executeEdits(owner, [{ range: rangeOf(change), text: change.text, forceMoveMarkers: true }]);
      editor.pushUndoStop();
      return true;
    },
    sendAll,
    undo() {
      editor.trigger('studio', 'undo');
    },
    redo() {
      editor.trigger('studio', 'redo');
    },
    reveal(line, column, isFocused) {
      editor.setPosition({ lineNumber: line, column }, owner);
      editor.revealLineInCenterIfOutsideViewport(line);
      if (isFocused) {
        editor.focus();
      }
    },
    compare(other) {
      closeComparison();
      const dialog = document.createElement('dialog');
      dialog.className = 'comparison';
      dialog.setAttribute('aria-label', 'Differences');
      const close = document.createElement('button');
      close.textContent = 'Close';
      close.addEventListener('click', () => dialog.close());
      const body = document.createElement('div');
      const title = document.createElement('p');
      title.textContent = 'Left: the other text. Right: the text on the screen.';
      dialog.append(title, close, body);
      document.body.append(dialog);
      dialog.showModal();
      const original = monaco.editor.createModel(other, 'json');
      const difference = monaco.editor.createDiffEditor(body, { readOnly: true, automaticLayout: true, renderSideBySide: true });
      difference.setModel({ original, modified: model });
      closeComparison = () => {
        difference.dispose();
        original.dispose();
        dialog.remove();
        closeComparison = () => {};
      };
      dialog.addEventListener('close', () => closeComparison());
    },
    dispose() {
      closeComparison();
      dark.removeEventListener('change', followTheme);
      editor.dispose();
      model.dispose();
    },
  };
}
