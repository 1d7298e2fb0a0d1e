// Reads requests from the standard input; writes, for each, its Authorization header.
const { Sha256 } = require('@aws-crypto/sha256-js');
const { SignatureV4 } = require('@smithy/signature-v4');

let input = '';
process.stdin.on('data', chunk => { input += chunk; });
process.stdin.on('end', async () => {
  const signed = [];
  for (const { credentials, region, service, isS3, signedAt, method, headers, path, query, body } of JSON.parse(input)) {
    const signer = new SignatureV4({ credentials, region, service, sha256: Sha256, uriEscapePath: !isS3, applyChecksum: true });
    const request = { method, protocol: 'http:', hostname: 'unused', path, query, headers, body };
    signed.push([(await signer.sign(request, { signingDate: new Date(signedAt) })).headers.authorization]);
  }

  process.stdout.write(JSON.stringify(signed));
});
