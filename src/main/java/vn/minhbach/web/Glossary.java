package vn.minhbach.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms and abbreviations of the office and what they mean, for whoever explains or checks a text. Kept by {@code site}, read by {@code writing}. */
public interface Glossary {

    /**
     * A term.
     *
     * @param from the first day on which it means this; null if it always did
     * @param until the first day on which it does not any more; null if it still does
     */
    record Term(
            String term,
            String meaning,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        public boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /** All of them, by their term. */
    List<Term> terms();
}
