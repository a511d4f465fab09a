package vn.minhbach.web;

/** Makes styles lighter without changing them: comments, needless white space and needless semicolons go. */
final class Css {

    private Css() {}

    static String minify(String css) {
        var out = new StringBuilder(css.length());
        var quote = '\0';
        for (var i = 0; i < css.length(); i++) {
            var c = css.charAt(i);
            if (quote != '\0') {
                out.append(c);
                if (c == '\\' && i + 1 < css.length()) {
                    out.append(css.charAt(++i));
                } else if (c == quote) {
                    quote = '\0';
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                tighten(out, c);
                out.append(c);
            } else if (c == '/' && i + 1 < css.length() && css.charAt(i + 1) == '*') {
                var end = css.indexOf("*/", i + 2);
                i = end < 0 ? css.length() : end + 1;
            } else if (Character.isWhitespace(c)) {
                if (!out.isEmpty() && " {};,>".indexOf(out.charAt(out.length() - 1)) < 0) {
                    out.append(' ');
                }
            } else {
                tighten(out, c);
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Takes away what need not stand before the next character. One space is all the value of an empty custom property. */
    private static void tighten(StringBuilder out, char next) {
        var last = out.length() - 1;
        if (last > 0 && out.charAt(last) == ' ') {
            var needless = out.charAt(last - 1) == ':' ? ";}".indexOf(next) < 0 : "{};,>".indexOf(next) >= 0;
            if (needless) {
                out.setLength(last);
            }
        } else if (last >= 0 && out.charAt(last) == ';' && next == '}') {
            out.setLength(last);
        }
    }
}
