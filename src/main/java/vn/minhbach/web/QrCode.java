package vn.minhbach.web;

import io.nayuki.qrcodegen.QrCode.Ecc;

/** An address as a code that a phone reads off a sheet of paper, drawn as one path of an SVG picture. */
public final class QrCode {

    /** The standard asks for so many light modules around the code. */
    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * The picture. It has no words of its own: whoever shows it writes the address beside it.
     *
     * @param url what the phone is to open; the code is drawn from it and holds nothing else
     */
    public static String svg(String url) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(url, Ecc.MEDIUM);
        var size = code.size + 2 * QUIET;
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                var from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return "<svg class=\"qr\" viewBox=\"0 0 " + size + " " + size + "\" aria-hidden=\"true\" focusable=\"false\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "h-" + size + "z\"></path>"
                + "<path fill=\"#000\" d=\"" + path + "\"></path></svg>";
    }
}
