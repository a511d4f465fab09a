package vn.minhbach.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.account.Assignment;
import vn.minhbach.account.Places;
import vn.minhbach.account.Role;
import vn.minhbach.account.User;

/** What an administrator types of a person, and ticks of what they may do. */
public class PersonForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank
    @Size(max = 40)
    private String name = "";

    @NotBlank
    @Size(max = 120)
    private String fullName = "";

    @Email
    @Size(max = 254)
    private String email = "";

    private final List<RoleChoice> roles = new ArrayList<>();

    /** A role, whether it is given everywhere, and else the places for which it is. */
    public static class RoleChoice implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Role role;
        private final List<Choice> offered;
        private boolean everywhere;
        private List<String> places = List.of();

        /** Places for which it was given and that are offered no longer; the form leaves them alone. */
        private List<String> former = List.of();

        RoleChoice(Role role, List<Choice> offered) {
            this.role = role;
            this.offered = offered;
        }

        public Role getRole() {
            return role;
        }

        /** The places for which it can be given. */
        public List<Choice> getOffered() {
            return offered;
        }

        public boolean isEverywhere() {
            return everywhere;
        }

        public void setEverywhere(boolean everywhere) {
            this.everywhere = everywhere;
        }

        public List<String> getPlaces() {
            return places;
        }

        public void setPlaces(@Nullable List<String> places) {
            this.places = places == null ? List.of() : List.copyOf(places);
        }
    }

    /** A place that can be ticked. */
    public record Choice(String slug, String name) implements Serializable {}

    public PersonForm() {}

    PersonForm(RoleNames names) {
        Arrays.stream(Role.values())
                .forEach(role -> roles.add(new RoleChoice(
                        role,
                        names.places(role).stream().map(PersonForm::choice).toList())));
    }

    private static Choice choice(Places.Place place) {
        return new Choice(place.slug(), place.name());
    }

    PersonForm of(User user) {
        name = user.getName();
        fullName = user.getFullName();
        email = user.getEmail();
        for (var choice : roles) {
            var given = user.getAssignments().stream()
                    .filter(each -> each.getRole() == choice.role)
                    .map(Assignment::getPlace)
                    .toList();
            choice.everywhere = given.contains("");
            var offered = choice.offered.stream().map(Choice::slug).toList();
            choice.places = given.stream().filter(offered::contains).toList();
            choice.former = given.stream()
                    .filter(place -> !place.isEmpty() && !offered.contains(place))
                    .toList();
        }
        return this;
    }

    /** What is ticked, of what was offered. */
    Set<Assignment> assignments() {
        var given = new HashSet<Assignment>();
        for (var choice : roles) {
            if (choice.everywhere) {
                given.add(new Assignment(choice.role, ""));
            } else {
                choice.offered.stream()
                        .map(Choice::slug)
                        .filter(choice.places::contains)
                        .forEach(slug -> given.add(new Assignment(choice.role, slug)));
                choice.former.forEach(slug -> given.add(new Assignment(choice.role, slug)));
            }
        }
        return given;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName == null ? "" : fullName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }

    public List<RoleChoice> getRoles() {
        return roles;
    }
}
