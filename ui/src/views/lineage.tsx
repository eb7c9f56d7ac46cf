export function Lineage() { return <p>soon</p>; }
