package vn.minhbach.account;

import vn.minhbach.web.Visit;

/** Where somebody goes once they have signed in: where they wanted to go before, if that is a place of the back office. */
final class Next {

    /** The parameter of the sign-in's addresses that says so. */
    static final String PARAMETER = "tiep";

    /** Where everybody who has signed in may go. */
    private static final String HOME = "/quan-tri";

    /** Where one keeps one's own account. */
    static final String ACCOUNT = "/quan-tri/tai-khoan";

    private Next() {}

    /** An address of the back office, never one of another site. */
    static String url(Visit visit) {
        return visit.url(place(visit.parameter(PARAMETER)));
    }

    /** Another step of the sign-in, from which one goes on to the same place; without language. */
    static String after(String step, Visit visit) {
        var wanted = visit.parameter(PARAMETER);
        return wanted.isEmpty() ? step : step + "?" + PARAMETER + "=" + Visit.encode(wanted);
    }

    static String place(String wanted) {
        return wanted.matches("/quan-tri(?:/[a-z0-9/-]*+)?+(?:\\?[\\p{Graph}&&[^\\\\]]*+)?+") ? wanted : HOME;
    }
}
