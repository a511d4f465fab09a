package vn.minhbach.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** What looks like personal numbers and is not: documents, procedures, amounts, addresses in the web. */
final class PublicNumbers {

    /** "61/2018/NĐ-CP", "1234/QĐ-UBND", "12/KL-TTr" */
    private static final Pattern DOCUMENT =
            Pattern.compile("(?<![a-z0-9/])\\d{1,5}+/(?:\\d{4}/)?[a-z]{2,8}+\\d{0,2}+(?:[-/][a-z0-9]{1,10}+){0,4}+");

    /** "1.004884", "1.004884.000.00.00.H01" */
    private static final Pattern PROCEDURE =
            Pattern.compile("(?<![a-z0-9.])[123]\\.\\d{6}(?:\\.000\\.00\\.00\\.[a-z]\\d{2})?+(?![\\d.]\\d|\\d)");

    /** "1.200.000 đồng", "50000đ", "350 nghìn", "12,5 tỷ"; the unit makes it one. */
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![a-z0-9.,])(?!0\\d)\\d{1,3}+(?:[.,]\\d{1,3}+){0,5}+\\d{0,10}+\\s?(?:d|dong|vnd|k|nghin|ngan|trieu|ty|ti|usd|%)(?![a-z0-9]|[-.]\\d)");

    private static final Pattern WEB = Pattern.compile(
            "(?<![a-z0-9])(?:https?://|www\\.)[^\\s<>\"]{1,300}+|(?<![a-z0-9@.-])[a-z0-9-]{1,40}+\\.gov\\.vn/[^\\s<>\"]{0,300}+");

    /** "000.00.53.H48-220921-0099", and as later portals write it: "H48.12-241015-0007" */
    private static final Pattern DOSSIER = Pattern.compile(
            "(?<![a-z0-9.])(?:\\d{3}\\.\\d{2}\\.\\d{2,3}\\.[a-z]\\d{2}|[a-z]\\d{2}(?:\\.\\d{1,3}){1,3}+)\\s?-\\s?\\d{6}\\s?-\\s?\\d{3,6}+(?![a-z0-9])");

    private static final Pattern BOOK = Pattern.compile("(?<![a-z0-9])(?:isbn|issn)[\\s:]{0,2}+[\\d -]{8,20}+");

    private PublicNumbers() {}

    static void keep(Folded text, Found found) {
        var dossier = DOSSIER.matcher(text.low());
        while (dossier.find()) {
            found.add(dossier.start(), dossier.end(), Kind.DOSSIER, false);
        }
        for (var pattern : List.of(WEB, DOCUMENT, PROCEDURE, AMOUNT, BOOK)) {
            var matcher = pattern.matcher(text.low());
            while (matcher.find()) {
                found.keepPublic(matcher.start(), matcher.end());
            }
        }
    }
}
