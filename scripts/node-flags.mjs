// A larger young generation: answers are many short-lived objects, and the flag has no effect from inside the process.
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=64'];
