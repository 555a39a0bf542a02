import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Does the operation ask for this field right below the one that is being resolved? For work that only one field needs, such as counting. */
export function selects(info: GraphQLResolveInfo, name: string): boolean {
  const asks = (selections: SelectionSetNode | undefined): boolean =>
    (selections?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name;
      return asks(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : info.fragments[selection.name.value]?.selectionSet);
    });
  return info.fieldNodes.some((node) => asks(node.selectionSet));
}
