/** The rows of a link that would be in other company, were they grouped otherwise. */
import type { ReviewTable } from "./review-desk.ts";

/** What the machine may never join, as far as a recorded link says: where they wait for people, two rows of one list. */
export function forbiddenIn({ table: { settings, records } }: ReviewTable) {
  return (left: number, right: number): boolean =>
    settings.decision.sameList === "review" && records[left]?.list === records[right]?.list;
}

/** The group of each row whose company changes, by the id of the row: all others stay with whom they are. */
export function movedRows({ table }: ReviewTable, groups: Int32Array): ReadonlyMap<string, string> {
  const { clusterOf } = table.pairs;
  const [byCluster, byGroup] = [new Map<number, number>(), new Map<number, number>()];
  const movedClusters = new Set<number>();
  const movedGroups = new Set<number>();
  for (const [row, cluster] of clusterOf.entries()) {
    const group = groups[row] ?? row;
    if ((byCluster.get(cluster) ?? group) !== group) movedClusters.add(cluster);
    if ((byGroup.get(group) ?? cluster) !== cluster) movedGroups.add(group);
    byCluster.set(cluster, group);
    byGroup.set(group, cluster);
  }
  const moved = new Map<string, string>();
  for (const [row, { id }] of table.records.entries()) {
    const [cluster, group] = [clusterOf[row] ?? row, groups[row] ?? row];
    if (movedClusters.has(cluster) || movedGroups.has(group)) moved.set(id, String(group));
  }
  return moved;
}
