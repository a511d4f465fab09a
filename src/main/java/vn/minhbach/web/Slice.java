package vn.minhbach.web;

import java.math.BigInteger;

/** The part of a list that a caller of the API asks for; silly figures are taken to the nearest sensible ones. */
public record Slice(int first, int size) {

    private static final int MOST = 100;
    private static final int DEEPEST = 1_000_000;

    public static Slice of(String limit, String offset) {
        return new Slice(number(offset, 0, 0, DEEPEST), number(limit, 20, 1, MOST));
    }

    /** A figure as somebody wrote it, taken to the nearest allowed one; what is no figure becomes {@code otherwise}. */
    static int number(String text, int otherwise, int least, int most) {
        var figure = text.strip();
        if (!figure.matches("-?[0-9]{1,100}")) {
            return otherwise;
        }
        return new BigInteger(figure)
                .max(BigInteger.valueOf(least))
                .min(BigInteger.valueOf(most))
                .intValue();
    }
}
