// RecipeList: how products are removed, read from the file when somebody first wants to remove one.
#pragma once

#include "catalog/later_list.h"
#include "domain/recipe.h"

namespace offramp {

using RecipeList = LaterList<Recipe>;

}   // namespace offramp
