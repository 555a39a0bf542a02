// A larger young generation: answers are many short-lived objects, and the flag has no effect from inside the process.
export const nodeFlags = ['--max-semi-space-size=64'];
// For commands that are short: lines of the sources in whatever they throw. The server maps the stacks that it logs itself.
export const sourceLines = '--enable-source-maps';
