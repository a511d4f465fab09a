package vn.minhbach.inbox;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a form may ask. Which of them a kind asks for, and which it needs, is data; Decree 20/2008/NĐ-CP asks for name, address and a
 * telephone number or another way to be reached.
 */
public enum AskedField {
    SUBJECT("tieu-de", 200, ""),
    TEXT("noi-dung", 10_000, ""),
    /** Where it happened. */
    PLACE("dia-diem", 300, ""),
    /** When it happened, as people say it. */
    HAPPENED("thoi-gian", 100, ""),
    /** The unit or officer concerned. */
    CONCERNED("lien-quan", 300, ""),
    /** The document or information wanted. */
    DOCUMENT("tai-lieu", 500, ""),
    NAME("ho-ten", 120, "name"),
    ADDRESS("dia-chi", 300, "street-address"),
    PHONE("dien-thoai", 30, "tel"),
    EMAIL("email", 254, "email");

    private final String parameter;
    private final int longest;
    private final String autocomplete;

    AskedField(String parameter, int longest, String autocomplete) {
        this.parameter = parameter;
        this.longest = longest;
        this.autocomplete = autocomplete;
    }

    /** How the form calls it. */
    public String parameter() {
        return parameter;
    }

    public int longest() {
        return longest;
    }

    /** What browsers may fill in by themselves; empty for nothing. */
    public String autocomplete() {
        return autocomplete;
    }

    public boolean isLong() {
        return this == TEXT;
    }

    static Optional<AskedField> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
