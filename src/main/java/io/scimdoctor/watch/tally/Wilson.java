package io.scimdoctor.watch.tally;

/**
 * A rate with its 95 % confidence interval after Wilson, which is sound for few calls and for rates near 0 and 1 (E. B.
 * Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927).
 *
 * @param low the lower end, 0 to 1
 * @param high the upper end, 0 to 1
 */
public record Wilson(long count, long total, double low, double high) {
    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    public static Wilson of(long count, long total) {
        if (total == 0) {
            return new Wilson(0, 0, 0, 1);
        }
        double share = (double) count / total;
        double square = Z * Z;
        double middle = share + square / (2 * total);
        double half = Z * Math.sqrt(share * (1 - share) / total + square / (4.0 * total * total));
        double scale = 1 + square / total;
        double low = count == 0 ? 0 : Math.max(0, (middle - half) / scale);
        double high = count == total ? 1 : Math.min(1, (middle + half) / scale);
        return new Wilson(count, total, low, high);
    }

    /** The share itself, 0 to 1; 0 when there was no call. */
    public double rate() {
        return total == 0 ? 0 : (double) count / total;
    }
}
