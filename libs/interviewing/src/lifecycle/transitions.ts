import { type ConflictError, type Result, conflict, err, ok } from '@touchstone/kernel';

/** One action of a life cycle: the states from which it is possible, the one to which it leads, and what is then said to be done. */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  /** After "can be": published, changed, cancelled. */
  readonly said: string;
}

/** A life cycle as data: every action there is. What is not in the table is not possible. */
export type Transitions<State extends string, Action extends string> = Readonly<Record<Action, Transition<State>>>;

/** How people say it. */
export interface Words<State extends string> {
  /** The thing: "kit". */
  readonly noun: string;
  /** After "it is": "a draft", "published". */
  readonly states: Readonly<Record<State, string>>;
}

/** Where does `action` lead from state `from`? The next state, or a `ConflictError` that says from which states it is possible. */
export function transitionIn<State extends string, Action extends string>(
  { noun, states }: Words<State>,
  table: Transitions<State, Action>,
  from: State,
  action: Action,
): Result<State, ConflictError> {
  const { from: possible, to, said } = table[action];
  if (possible.includes(from)) return ok(to);
  const fit = possible.map((state) => states[state]).join(' or ');
  return err(conflict(`This ${noun} is ${states[from]}; only one that is ${fit} can be ${said}.`, ['input']));
}
