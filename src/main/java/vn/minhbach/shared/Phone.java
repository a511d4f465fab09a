package vn.minhbach.shared;

/** Telephone numbers as people write them, and as a telephone dials them. */
public final class Phone {

    private Phone() {}

    /** "0299 3822 567" becomes "tel:+842993822567"; short numbers such as 1022 stay; empty if there is nothing to dial. */
    public static String href(String phone) {
        var first = phone.split("[;,/]|\\s-\\s|–", 2)[0];
        var digits = first.replaceAll("[^\\d+]", "");
        if (digits.isEmpty()) {
            return "";
        }
        return "tel:" + (digits.startsWith("0") ? "+84" + digits.substring(1) : digits);
    }
}
