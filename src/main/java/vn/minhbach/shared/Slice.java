package vn.minhbach.shared;

/** The part of a list that a caller of the API asks for; silly figures are taken to the nearest sensible ones. */
public record Slice(int first, int size) {

    private static final int MOST = 100;
    private static final int DEEPEST = 1_000_000;

    public static Slice of(String limit, String offset) {
        return new Slice(number(offset, 0, 0, DEEPEST), number(limit, 20, 1, MOST));
    }

    private static int number(String text, int otherwise, int least, int most) {
        try {
            return (int) Math.clamp(Long.parseLong(text.strip()), least, most);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
