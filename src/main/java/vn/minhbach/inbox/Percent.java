package vn.minhbach.inbox;

/** Shares as reports write them. */
final class Percent {

    private static final int WHOLE = 100;

    private Percent() {}

    /** "87,5", "100", "33,33": at most two digits behind the comma. @param hundredths of a per cent */
    static String of(long hundredths) {
        var rest = "%02d".formatted(hundredths % WHOLE).replaceFirst("0+$", "");
        return hundredths / WHOLE + (rest.isEmpty() ? "" : "," + rest);
    }
}
