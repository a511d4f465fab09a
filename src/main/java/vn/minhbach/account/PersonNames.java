package vn.minhbach.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.web.Visit;

/**
 * What the screens of the back office call the person behind an account: {@code #{people.of(row.changedBy())}}. All names of an
 * answer are read with one query.
 */
@Named("people")
@RequestScoped
public class PersonNames {

    @Inject
    UserRepository users;

    @Inject
    Visit visit;

    private @Nullable Map<String, String> names;

    /**
     * The full name of whom the account belongs to. Where two bear one name, the account follows it; an account that is not known any
     * more is told by itself, and the portal, which does things by itself, as such.
     */
    public String of(@Nullable String account) {
        if (account == null || account.isEmpty()) {
            return "";
        }
        if (account.equals(Actor.PORTAL.name())) {
            return visit.text("people.portal");
        }
        var known = names;
        if (known == null) {
            known = told(users.fullNames());
            names = known;
        }
        return known.getOrDefault(account, account);
    }

    /** The audit tells the account too, since that is what it keeps. */
    public String withAccount(@Nullable String account) {
        var name = of(account);
        return account == null || name.contains(account) ? name : name + " (" + account + ")";
    }

    /** @param fullNames the full names by account; an empty one was never given */
    static Map<String, String> told(Map<String, String> fullNames) {
        var times = new HashMap<String, Integer>();
        fullNames.values().forEach(name -> times.merge(name, 1, Integer::sum));
        var told = new HashMap<String, String>();
        fullNames.forEach((account, name) -> {
            if (name.isEmpty()) {
                told.put(account, account);
            } else {
                told.put(account, times.getOrDefault(name, 0) > 1 ? name + " (" + account + ")" : name);
            }
        });
        return told;
    }
}
