export function MapView() { return <p>soon</p>; }
