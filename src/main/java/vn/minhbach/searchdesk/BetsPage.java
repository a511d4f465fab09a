package vn.minhbach.searchdesk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/ket-qua-uu-tien}: what stands first for a query, and what is never suggested. */
@Door(
        path = BetsPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {BetsPage.QUERY, BetsPage.ADDRESS},
        permission = Permission.TEACH_SEARCH)
@Screen(name = "searchDesk.bets.title", task = "searchDesk.task", order = 130)
@Named
@ViewScoped
public class BetsPage implements Serializable {

    static final String PATH = "/quan-tri/ket-qua-uu-tien";

    /** What the form begins with, for a link from a query that was tried. */
    static final String QUERY = "q";

    static final String ADDRESS = "trang";

    private static final long serialVersionUID = 1L;

    @Inject
    SearchDeskService desk;

    @Inject
    SearchService search;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private List<BestBet> bets = List.of();
    private final Map<Long, String> titles = new HashMap<>();
    private List<DeniedSuggestion> denied = List.of();
    private List<HistoryLine> history = List.of();

    @NotBlank
    @Size(max = 300)
    private String query = "";

    @NotBlank
    @Size(max = 500)
    private String address = "";

    @NotBlank
    @Size(max = 300)
    private String phrase = "";

    public void load() {
        query = visit.parameter(QUERY);
        address = visit.parameter(ADDRESS);
        bets = desk.bets();
        bets.forEach(bet -> titles.put(Objects.requireNonNull(bet.getId()), title(bet)));
        denied = desk.denied();
        history = Taught.lines(desk.historyOfBets(), visit);
    }

    /** What stands first is told by its title; what is no longer public, by its id. */
    private String title(BestBet bet) {
        try {
            return search.item(bet.getKind(), bet.getContentId())
                    .map(Hit::title)
                    .orElse(bet.getContentId());
        } catch (UnavailableException e) {
            return bet.getContentId();
        }
    }

    public void addBet() {
        once.run(
                reply,
                "bet",
                () -> reply.attempts(() -> desk.addBet(query, address))
                        ? new Once.Done(PATH, Note.good(visit.text("searchDesk.bets.saved", query)))
                        : null);
    }

    public void removeBet() {
        remove("bet", desk::removeBet, "searchDesk.bets.removed");
    }

    public void deny() {
        once.run(
                reply,
                "deny",
                () -> reply.attempts(() -> desk.deny(phrase))
                        ? new Once.Done(PATH, Note.good(visit.text("searchDesk.denied.saved", phrase)))
                        : null);
    }

    public void allow() {
        remove("denied", desk::allow, "searchDesk.denied.removed");
    }

    private void remove(String what, LongFunction<Optional<Removal>> deed, String done) {
        var id = pressed.id();
        once.run(reply, "remove " + what + " " + id, () -> reply.removes(PATH, done, () -> deed.apply(id)));
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> reply.restores(PATH, () -> desk.restore(id)));
    }

    /** By the bet's id. */
    public Map<Long, String> getTitles() {
        return titles;
    }

    public List<BestBet> getBets() {
        return bets;
    }

    public List<DeniedSuggestion> getDenied() {
        return denied;
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query == null ? "" : query;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address == null ? "" : address;
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(@Nullable String phrase) {
        this.phrase = phrase == null ? "" : phrase;
    }
}
