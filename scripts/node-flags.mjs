// The young generation as Node has it, but said aloud: four times as much made nothing faster and kept 150 MB more in an import of 20,000 questions. The flag has no effect from inside the process.
export const nodeFlags = ['--max-semi-space-size=16'];
// For commands that are short: lines of the sources in whatever they throw. The server maps the stacks that it logs itself.
export const sourceLines = '--enable-source-maps';
