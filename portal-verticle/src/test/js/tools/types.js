// Runs in a page: what TypeScript finds wrong with scripts, a line each.

/**
 * @param {object} settings a jsconfig.json
 * @param {string[]} files addresses to check, from which the page can fetch them
 */
function faultsOf([settings, files]) {
  const { options, errors } = ts.convertCompilerOptionsFromJson(settings.compilerOptions, '/');
  const program = ts.createProgram(files, options, host());
  return [...errors, ...ts.getPreEmitDiagnostics(program)].map(line);
}

function line({ file, start, code, messageText }) {
  const place = file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : '';
  return `${place}TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

/** TypeScript asks for a file and waits. */
function host() {
  const texts = new Map();
  const readFile = (name) => {
    if (!texts.has(name)) texts.set(name, fetched(name));
    return texts.get(name);
  };
  return {
    readFile,
    fileExists: (name) => readFile(name) !== undefined,
    getSourceFile: (name, options) => readFile(name) === undefined ? undefined : ts.createSourceFile(name, readFile(name), options),
    getDefaultLibLocation: () => '/typescript',
    getDefaultLibFileName: (options) => `/typescript/${ts.getDefaultLibFileName(options)}`,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile() {},
  };
}

function fetched(name) {
  const request = new XMLHttpRequest();
  request.open('GET', name, false);
  request.send();
  return request.status === 200 ? request.responseText : undefined;
}
