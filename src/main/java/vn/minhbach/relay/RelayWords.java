package vn.minhbach.relay;

import org.jspecify.annotations.Nullable;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.web.Visit;

/** What happened to a source, in words. */
final class RelayWords {

    private RelayWords() {}

    /** How the last look went. */
    static String said(RelaySource source, Visit visit) {
        return source.getResult() == RelayResult.GOOD
                ? visit.text("relay.new", source.getLastNew())
                : said(source.getResult(), source.getTrouble(), source.getStatus(), visit);
    }

    /** The last trouble; empty if there never was one. */
    static String failed(RelaySource source, Visit visit) {
        var result = source.getFailedResult();
        return result == null ? "" : said(result, source.getFailedTrouble(), source.getFailedStatus(), visit);
    }

    private static String said(RelayResult result, @Nullable FetchTrouble trouble, int status, Visit visit) {
        return switch (result) {
            case TROUBLE -> trouble == null ? visit.text("relay.trouble") : visit.text("FetchTrouble." + trouble);
            case STATUS -> visit.text("relay.status", Integer.toString(status));
            default -> visit.text("RelayResult." + result);
        };
    }

    /** A value of the history as people read it. */
    static String shown(String field, String value, RelayService relay, Visit visit) {
        return switch (field) {
            case "section" -> relay.sectionName(value);
            case "active" -> visit.text(Boolean.parseBoolean(value) ? "relay.on" : "relay.off");
            case "minutes" -> minutes(value, visit);
            default -> value;
        };
    }

    /** An interval as people say it: 30 minutes, 3 hours. */
    static String minutes(String value, Visit visit) {
        if (!value.matches("\\d{1,5}")) {
            return value;
        }
        var minutes = Integer.parseInt(value);
        return minutes % 60 == 0 ? visit.text("relay.hours", minutes / 60) : visit.text("relay.minutesOf", minutes);
    }
}
