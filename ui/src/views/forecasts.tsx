export function Forecasts() { return <p>soon</p>; }
