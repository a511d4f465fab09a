package vn.minhbach.legal;

/**
 * How long something may take.
 *
 * @param length how many days, at least one
 * @param basis the law, decree or decision that says so
 */
public record Limit(int length, Unit unit, String basis) {

    /** In what it is counted. */
    public enum Unit {
        /** Monday to Friday and worked Saturdays, without holidays (ngày làm việc). */
        WORKING,
        /** Every day; where the last one is free, the next working day counts (Civil Code 2015, article 148.5). */
        CALENDAR
    }

    public Limit {
        if (length < 1) {
            throw new IllegalArgumentException("A limit of " + length + " days");
        }
    }
}
