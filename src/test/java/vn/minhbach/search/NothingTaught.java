package vn.minhbach.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stands for editors who have taught the search nothing beyond what it comes with. */
class NothingTaught implements SearchTeaching {

    private final Synonyms synonyms = Synonyms.of(Synonyms.shipped());

    @Override
    public Synonyms synonyms() {
        return synonyms;
    }

    @Override
    public List<Item> firstFor(String query) {
        return List.of();
    }

    @Override
    public Set<String> denied() {
        return Set.of();
    }

    @Override
    public Map<String, Long> popularity() {
        return Map.of();
    }

    @Override
    public List<String> frequent() {
        return List.of();
    }
}
