/** Points at which a standard normal is taken, and the logarithms of their weights, which sum to 1. */
export interface Quadrature {
  readonly node: Float64Array;
  readonly logWeight: Float64Array;
}

/** Six standard deviations: what lies beyond weighs 2e-9. */
export const FURTHEST_NODE = 6;

/**
 * Equally spaced nodes with the normal density as weights. For smooth integrands that vanish at both ends this converges faster than any power of
 * the spacing: once the spacing is no wider than the standard deviation of the integrand the error is below 1e-8 of it. (Gauss-Hermite nodes, exact for
 * polynomials, thin out where a sharp posterior needs them.)
 *
 * Source: L. N. Trefethen & J. A. C. Weideman (2014), The exponentially convergent trapezoidal rule, SIAM Review 56(3), 385-458, doi:10.1137/130932132.
 */
export function normalQuadrature(nodes: number): Quadrature {
  const node = Float64Array.from({ length: nodes }, (_, q) => FURTHEST_NODE * ((2 * q) / (nodes - 1) - 1));
  const sum = node.reduce((all, z) => all + Math.exp((-z * z) / 2), 0);
  return { node, logWeight: node.map((z) => (-z * z) / 2 - Math.log(sum)) };
}
