package vn.minhbach.privacy;

/**
 * What the sender gave in the form, looked for in the text in every way of writing. Empty where nothing was given. Does not tell itself
 * in {@link #toString}.
 */
public record KnownPerson(String name, String address, String phone, String email) {

    /** Nobody: a text without a form. */
    public static final KnownPerson NONE = new KnownPerson("", "", "", "");

    /** "KnownPerson", and not a word more: this may end in a log. */
    @Override
    public String toString() {
        return "KnownPerson";
    }
}
