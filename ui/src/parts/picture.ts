const COPIED = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap"],
  ...["opacity", "font-family", "font-size", "font-weight", "paint-order", "display", "visibility"],
];
const SHARP = 2;

/** A chart as a file of its own: the styles of the page written into it, on the page's paper. */
export function standalone(figure: SVGSVGElement): string {
  const copy = figure.cloneNode(true) as SVGSVGElement;
  const from = figure.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, n) => {
    const original = from[n];
    if (original) dress(element, getComputedStyle(original));
  });
  copy.querySelectorAll("title, .touch, .ring").forEach((element) => element.remove());
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of [["width", "100%"], ["height", "100%"], ["fill", getComputedStyle(document.body).backgroundColor]])
    paper.setAttribute(name as string, value as string);
  copy.prepend(paper);
  const crowd = figure.parentElement?.querySelector("canvas");
  if (crowd) copy.append(asImage(crowd));
  return new XMLSerializer().serializeToString(copy);
}

/** Marks that are painted on a canvas over the chart, as a picture in its place. */
function asImage(crowd: HTMLCanvasElement): SVGImageElement {
  const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = crowd;
  const place = { x: offsetLeft, y: offsetTop, width: offsetWidth, height: offsetHeight, href: crowd.toDataURL() };
  for (const [name, value] of Object.entries(place)) image.setAttribute(name, String(value));
  return image;
}

/** As attributes, since a policy against inline styles holds in the copy too. */
function dress(element: Element, style: CSSStyleDeclaration): void {
  for (const name of COPIED) element.setAttribute(name, style.getPropertyValue(name));
  for (const name of ["class", "style", "href", "tabindex", "aria-label"]) element.removeAttribute(name);
}

/** The chart as a bitmap, two pixels for one. */
export async function png(figure: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(figure))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const { width, height } = figure.getBoundingClientRect();
  [canvas.width, canvas.height] = [width * SHARP, height * SHARP];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the chart is too large for a picture")))),
  );
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
