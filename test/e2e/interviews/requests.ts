import type { Person } from '@touchstone/testing';

/** Sends a mutation `name(input: …)` and gives the bare union: the payload with `fields`, or the refusal with code and path. */
export async function change(person: Pick<Person, 'client'>, name: string, input: Readonly<Record<string, unknown>>, fields: string) {
  const type = name[0]?.toUpperCase() + name.slice(1);
  const document = `mutation($input: ${type}Input!) { it: ${name}(input: $input) { __typename ... on ${type}Payload { ${fields} } ... on DomainError { code message path } } }`;
  return (await person.client.ask(document, { input })).it;
}

/** The code and path of the refusal: `CONFLICT input.loopId`; `ok` where there is none. */
export async function refusal(person: Pick<Person, 'client'>, name: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await change(person, name, input, '__typename');
  return answer.code === undefined ? 'ok' : `${answer.code} ${answer.path.join('.')}`.trim();
}

/** The code of the top-level error with which a mutation is turned away; null where it is not. */
export function turnedAway(person: Pick<Person, 'client'>, name: string, input: Readonly<Record<string, unknown>>): Promise<string | null> {
  const type = name[0]?.toUpperCase() + name.slice(1);
  return person.client.refusal(`mutation($input: ${type}Input!) { ${name}(input: $input) { __typename } }`, { input });
}

export const seatIds = async (person: Pick<Person, 'client'>, interviewId: string): Promise<Map<string, string>> => {
  const { interview } = await person.client.ask('query($id: ID!) { interview(id: $id) { seats { id member { name } } } }', {
    id: interviewId,
  });
  return new Map(interview.seats.map((seat: { id: string; member: { name: string } }) => [seat.member.name, seat.id]));
};
