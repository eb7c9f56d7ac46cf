// The outline of the world's countries, as coarse as the map needs it: a tenth of a degree, without names.
const STEP = 0.1;

/** TopoJSON → smaller TopoJSON. Arcs keep their number, so that borders stay shared. */
export function outline(topology) {
  const { scale, translate } = topology.transform;
  return {
    type: "Topology",
    transform: { scale: [STEP, STEP], translate: [0, 0] },
    objects: {
      countries: {
        type: "GeometryCollection",
        geometries: topology.objects.countries.geometries.map(({ type, arcs, id }) => ({ type, arcs, ...(id && { id }) })),
      },
    },
    arcs: topology.arcs.map((arc) => coarser(arc, scale, translate)),
  };
}

function coarser(arc, scale, translate) {
  const points = [];
  let [x, y] = [0, 0];
  for (const [dx, dy] of arc) {
    [x, y] = [x + dx, y + dy];
    points.push([Math.round((x * scale[0] + translate[0]) / STEP), Math.round((y * scale[1] + translate[1]) / STEP)]);
  }
  const kept = points.filter(([a, b], i) => i === 0 || i === points.length - 1 || a !== points[i - 1][0] || b !== points[i - 1][1]);
  return kept.map(([a, b], i) => (i === 0 ? [a, b] : [a - kept[i - 1][0], b - kept[i - 1][1]]));
}
