package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.minhbach.attachment.FileName;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;

/**
 * The part of a public form where files are chosen: takes what comes, remembers what is wrong with which, and lists what waits, so that nothing has
 * to be chosen twice. The form names what waits for it, a ticked box each; whoever does not know the form's token gets at none of it.
 */
@RequestScoped
public class EnclosureForm {

    /** The form's own mark, which stands before all files. */
    static final String TOKEN = "phieu";

    /** Of a box or hidden field that names a file that waits; a number stands behind it. */
    static final String WAITS = "tep-";

    /** From one network; an office of fifty people may sit behind it. */
    private static final int MOST_IN_AN_HOUR = 600;

    private static final int LONGEST_SHOWN = 60;

    @Inject
    EnclosureIntake intake;

    @Inject
    EnclosureService service;

    @Inject
    Throttle throttle;

    @Inject
    Forwarded forwarded;

    @Inject
    HttpServletRequest request;

    @Inject
    Visit visit;

    private final Set<String> handles = new LinkedHashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private List<EnclosureService.Waiting> files = List.of();

    /** Takes a file that comes with the form. */
    void receive(TypedForm before, String name, InputStream bytes) throws IOException {
        var token = before.line(TOKEN);
        var in = EnclosureIntake.chosen(name, bytes);
        if (in == null) {
            return;
        }
        if (throttle.tooOften("enclosure", forwarded.client(request), MOST_IN_AN_HOUR)) {
            problems.add(visit.text("enclosure.error.often"));
            return;
        }
        if (named(before).size() + handles.size() >= Enclosures.MOST) {
            problems.add(visit.text("enclosure.error.most"));
            return;
        }
        try {
            if (!FormToken.isOne(token)) {
                throw new RuleBrokenException("enclosure.error.form", Enclosures.FIELD);
            }
            handles.add(intake.take(token, forwarded.client(request), name, in).handle());
        } catch (RuleBrokenException e) {
            problems.add(problem(visit, name, String.valueOf(e.getMessage())));
        }
    }

    /** What is wrong with a file. @param why the key of the sentence */
    static String problem(Visit visit, String name, String why) {
        return visit.text("enclosure.problem", Text.shorten(FileName.clean(name), LONGEST_SHOWN), visit.text(why));
    }

    /** Reads which files the form names beside those that came with it. A file whose box is not ticked any more is not named, and not sent. */
    void take(TypedForm typed, String token) {
        var all = new LinkedHashSet<>(named(typed));
        all.addAll(handles);
        files = service.waiting(token, List.copyOf(all));
        if (files.size() < all.size()) {
            problems.add(visit.text("enclosure.error.gone"));
        }
    }

    private static List<String> named(TypedForm typed) {
        var named = new ArrayList<String>();
        for (var number = 1; number <= Enclosures.MOST; number++) {
            var handle = typed.line(WAITS + number);
            if (EnclosureStore.isPlace(handle)) {
                named.add(handle);
            }
        }
        return named;
    }

    /** What waits, as the form names it. */
    List<String> handles() {
        return files.stream().map(EnclosureService.Waiting::handle).toList();
    }

    public List<EnclosureService.Waiting> getFiles() {
        return files;
    }

    /** All that is wrong with what was chosen, in one; empty if nothing is. */
    public String getProblem() {
        return String.join(" ", problems);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
