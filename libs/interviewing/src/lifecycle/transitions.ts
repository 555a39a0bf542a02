import { type ConflictError, type Result, conflict, err, ok } from '@touchstone/kernel';

/** One action of a life cycle: the states from which it is possible and the one to which it leads. */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
}

/** A life cycle as data: every action there is. What is not in the table is not possible. */
export type Transitions<State extends string, Action extends string> = Readonly<Record<Action, Transition<State>>>;

/**
 * Where does `action` lead from state `from`? The next state, or a `ConflictError` that names the states from which it is possible.
 * `noun` is the word for the thing in the message ("kit").
 */
export function transitionIn<State extends string, Action extends string>(
  noun: string,
  table: Transitions<State, Action>,
  from: State,
  action: Action,
): Result<State, ConflictError> {
  const { from: possible, to } = table[action];
  if (possible.includes(from)) return ok(to);
  const states = possible.join(' or ');
  return err(conflict(`This ${noun} is ${from}; ${action} is possible only while it is ${states}.`, ['input']));
}
