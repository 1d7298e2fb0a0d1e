// Reads [{"pattern", "texts"}] from the standard input; writes, for each, whether the pattern is found in each text, or "refused".
let input = '';
process.stdin.on('data', chunk => { input += chunk; });
process.stdin.on('end', () => {
  const answers = JSON.parse(input).map(({ pattern, texts }) => {
    let regex;
    try {
      regex = new RegExp(pattern, 'u');
    } catch {
      return ['refused'];
    }

    return texts.map(text => String(regex.test(text)));
  });
  process.stdout.write(JSON.stringify(answers));
});
