import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * Does the operation ask for this field below the one that is being resolved, by way of these fields? For work that only one field needs, such
 * as counting. Directives are not looked at: work that is not needed in the end is done in vain, never left out.
 */
export function selects(info: GraphQLResolveInfo, ...path: readonly string[]): boolean {
  const asks = (selections: SelectionSetNode | undefined, [name, ...below]: readonly string[]): boolean =>
    name === undefined ||
    (selections?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name && asks(selection.selectionSet, below);
      const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return asks(inside?.selectionSet, [name, ...below]);
    });
  return info.fieldNodes.some((node) => asks(node.selectionSet, path));
}
