export function Findings() { return <p>soon</p>; }
