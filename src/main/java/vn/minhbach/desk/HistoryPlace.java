package vn.minhbach.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.minhbach.web.Visit;

/**
 * Where in the history the screen at hand stands: at its newest lines, or behind one of them, as its address says. So whoever looks for
 * what was done last year turns page after page, and can send a colleague the address of one.
 */
@Named
@RequestScoped
public class HistoryPlace {

    /** The parameter of the address: the number of the line behind which the page begins. */
    static final String BEHIND = "lich-su";

    private static final String NUMBER = "[1-9]\\d{0,17}";

    @Inject
    Visit visit;

    /** For whoever has no screen. */
    static HistoryPlace at(long line) {
        return new HistoryPlace() {
            @Override
            long behind() {
                return line;
            }
        };
    }

    /**
     * The number of the line behind which one looks; 0 at the newest. Whoever sends a form is told what was done last, wherever they have
     * looked before.
     */
    long behind() {
        return visit.isSent() ? 0 : named();
    }

    /** The line that the address names; 0 for none. */
    private long named() {
        var given = visit.parameter(BEHIND);
        return given.matches(NUMBER) ? Long.parseLong(given) : 0;
    }

    /** Of the lines that were found, which are one more than a page if there are older ones, those of the page. */
    public List<HistoryLine> shown(List<HistoryLine> lines) {
        return lines.subList(0, Math.min(lines.size(), History.SHOWN));
    }

    /** Where the older ones are; empty if there are none. */
    public String older(List<HistoryLine> lines) {
        if (lines.size() <= History.SHOWN) {
            return "";
        }
        var newest = newest();
        return visit.url(newest + (newest.contains("?") ? "&" : "?") + BEHIND + "="
                + lines.get(History.SHOWN - 1).number());
    }

    /** Where the newest are; empty if one is there. A form that is shown again shows the lines that it was opened with. */
    public String getNewest() {
        return named() == 0 ? "" : visit.url(newest());
    }

    private String newest() {
        return visit.getPath()
                .replaceFirst("([?&])" + BEHIND + "=[^&]*(?:&|$)", "$1")
                .replaceFirst("[?&]$", "");
    }
}
